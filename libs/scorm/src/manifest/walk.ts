import type { Launch, Manifest, ManifestItem, Organization } from './manifest.js';

/** The organization that is played. */
export function playedOrganization(manifest: Manifest): Organization {
  const played = manifest.organizations.find(({ identifier }) => identifier === manifest.defaultOrganization) ?? manifest.organizations[0];
  if (!played) throw new RangeError('a manifest has at least one organization');
  return played;
}

/** All items, depth first, in the order of the table of contents. */
export function itemsOf(items: readonly ManifestItem[]): ManifestItem[] {
  return items.flatMap((item) => [item, ...itemsOf(item.children)]);
}

/** The items that can be opened (they have a file of the package), depth first. */
export function launchableItems(items: readonly ManifestItem[]): ManifestItem[] {
  return itemsOf(items).filter((item) => item.launch !== undefined);
}

/** The URL of a launch, relative to where the archive's files are served, percent-encoded; never begins with a slash. */
export function launchUrl({ path, query, fragment }: Launch): string {
  return path.split('/').map(encodeURIComponent).join('/') + query + fragment;
}

/** Archive paths of all files a resource needs, its dependencies' included (cycle-safe), each once. */
export function resourceFiles(manifest: Manifest, resource: string): string[] {
  const byIdentifier = new Map(manifest.resources.map((each) => [each.identifier, each]));
  const seen = new Set<string>();
  const files = new Set<string>();
  const waiting = [resource];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const found = byIdentifier.get(next);
    if (!found || seen.has(next)) continue;
    seen.add(next);
    if (found.launch) files.add(found.launch.path);
    for (const file of found.files) files.add(file);
    waiting.push(...found.dependencies);
  }
  return [...files];
}
