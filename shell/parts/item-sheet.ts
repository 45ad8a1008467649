/**
 * Reads the first sheet of an .xlsx as texts, in the person's own browser; the reader is loaded when it
 * is first needed. Errors: throws when the file is no such sheet.
 */
export async function readSheet(file: File): Promise<string[][]> {
  const { readSheet: read } = await import('read-excel-file/browser')
  const rows = await read(file)
  return rows
    .map((row) =>
      row.map((cell) =>
        cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''),
      ),
    )
    .filter((row) => row.some((text) => text.trim() !== ''))
}
