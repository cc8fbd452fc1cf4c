/** What the head of every page begins with: the policy, and the scripts that it allows pages to hold. */
export { inlineScripts, policy } from 'virtual:signpost/head';
