import { resolve } from 'node:path';
import { type Site, siteSchema } from '../schemas/site.ts';
import { readYamlFile } from './read-yaml-file.ts';

/**
 * The settings of the site alone; undefined when they are missing or wrong. Apart from the rest of a help center, whose
 * Markdown takes longer to load the parser of than most commands take that need the settings alone.
 */
export async function readSite(root: string): Promise<Site | undefined> {
  return (await readYamlFile(resolve(root), 'site.yaml', siteSchema, 'site')).value;
}
