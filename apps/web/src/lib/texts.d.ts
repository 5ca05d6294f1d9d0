declare module '*.json?part=shared' {
  const texts: object;
  export default texts;
}
declare module '*.json?part=public' {
  const texts: object;
  export default texts;
}
declare module '*.json?part=staff' {
  const texts: object;
  export default texts;
}
