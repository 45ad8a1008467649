/** Address of the proof file of a leaf, for links and downloads. In: the leaf's place, or `:leafIndex`. */
export function proofFile(leafIndex: number | ':leafIndex'): string {
  return `/api/ledger/proof/${leafIndex}/file`
}
