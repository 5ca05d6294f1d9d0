export const signInPolicy = {
  'session.begin': (): boolean => true,
};
