/** What the head of every page begins with: the policy, and the code that runs before the first paint. */
export { bootScript, policy } from 'virtual:signpost/head';
