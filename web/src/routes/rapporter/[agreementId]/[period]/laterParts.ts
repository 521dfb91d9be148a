export { default as ConflictChoice } from './ConflictChoice.svelte';
export { default as Remark } from './Remark.svelte';
export { default as RemarkList } from './RemarkList.svelte';
