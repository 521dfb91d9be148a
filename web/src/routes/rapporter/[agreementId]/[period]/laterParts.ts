import ConflictChoice from './ConflictChoice.svelte';
import Remark from './Remark.svelte';
import RemarkList from './RemarkList.svelte';

/** Parts of the form that few reports need at first, fetched together. */
export const laterParts = { ConflictChoice, Remark, RemarkList };
