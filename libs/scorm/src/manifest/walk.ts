import type { Launch, Manifest, ManifestItem, Organization } from './manifest.js';

/** The organization that is played. */
export function playedOrganization(manifest: Manifest): Organization {
  throw new Error(String(manifest));
}

/** All items, depth first, in the order of the table of contents. */
export function itemsOf(items: readonly ManifestItem[]): ManifestItem[] {
  throw new Error(String(items));
}

/** The items that can be opened (they have a file of the package), depth first. */
export function launchableItems(items: readonly ManifestItem[]): ManifestItem[] {
  throw new Error(String(items));
}

/** The URL of a launch, relative to where the archive's files are served, percent-encoded. */
export function launchUrl(launch: Launch): string {
  throw new Error(String(launch));
}

/** Archive paths of all files a resource needs, its dependencies' included (cycle-safe). */
export function resourceFiles(manifest: Manifest, resource: string): string[] {
  throw new Error(String([manifest, resource]));
}
