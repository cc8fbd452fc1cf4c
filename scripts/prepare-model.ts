import { modelSchema } from '../src/schemas/search-settings.ts';
import { terminalProgress } from '../src/search/build/progress.ts';
import { loadTeacher } from '../src/search/build/teacher.ts';

const teacher = await loadTeacher(modelSchema.parse({}), { progress: terminalProgress() });
console.log(`The model ${teacher.id} is ready.`);
