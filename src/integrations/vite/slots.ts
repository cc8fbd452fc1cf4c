import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { HelpCenter } from '../../content/types.ts';
import { SLOT_FOLDER, slotOf } from '../../site/slots.ts';
import type { CurrentContent } from '../current-content.ts';

const MODULE = '\0virtual:signpost/slots';
const PROPS = fileURLToPath(new URL('../../site/slots.ts', import.meta.url));

/** The files of components that stand in for parts of pages. */
export function slotFiles({ files }: Pick<HelpCenter, 'files'>): string[] {
  return files.filter((file) => slotOf(file) !== undefined);
}

/** Gives pages the owner's components, and these what they import, wherever the content folder lies. */
export function slots(content: CurrentContent): Plugin {
  return {
    name: 'signpost:slots',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'virtual:signpost/slots') return MODULE;
      if (id === 'signpost:slots') return PROPS;
      // A folder elsewhere has no packages; Astro's own are those of the project.
      if (importer && isComponent(importer, content.center) && /^[\w@]/.test(id) && !path.isAbsolute(id))
        return this.resolve(id, PROPS, { skipSelf: true });
      return undefined;
    },
    load: (id) => (id === MODULE ? slotsModule(content.center) : undefined),
  };
}

function isComponent(importer: string, { root }: HelpCenter): boolean {
  return path.resolve(importer.split('?', 1).join()).startsWith(path.join(root, SLOT_FOLDER));
}

/** A component that throws is named with its file; where it was thrown in compiled code helps nobody. */
function slotsModule(center: HelpCenter): string {
  const imports = slotFiles(center).map((file, index) => {
    const absolute = path.join(center.root, file).split(path.sep).join('/');
    return `import own${index} from ${JSON.stringify(absolute)};`;
  });
  const entries = slotFiles(center).map(
    (file, index) => `${slotOf(file)}: named(own${index}, ${JSON.stringify(file)})`,
  );
  return [...imports, `export const components = { ${entries.join(', ')} };`, NAMED].join('\n');
}

const NAMED = `function named(component, file) {
  const fail = (error) => {
    const told = new Error(file + ': ' + (error?.message ?? error) + '. Correct the component, or remove the file.');
    told.stack = told.message;
    throw told;
  };
  const own = (...told) => {
    try {
      const made = component(...told);
      return made instanceof Promise ? made.catch(fail) : made;
    } catch (error) {
      return fail(error);
    }
  };
  return Object.assign(own, component);
}`;
