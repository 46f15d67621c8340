import type { ExportRow } from '../core/export/exportRow';
import type { ExportWriter } from '../core/export/exportWriter';

export interface WrittenExport {
  readonly rows: number;
  /** Rows that need repair, or an admin's decision, and are not acknowledged. */
  readonly problems: number;
}

/**
 * Writes rows in a format, a page at a time.
 * @param change what is done to each row before, names taken out say
 * @param write resolves when more may come
 * @param tell hears how many rows are written
 */
export const writeExport = async (
  pages: AsyncIterable<readonly ExportRow[]>,
  writer: ExportWriter,
  change: (row: ExportRow) => ExportRow,
  write: (text: string) => Promise<void>,
  tell: (rows: number) => void = () => undefined,
): Promise<WrittenExport> => {
  let rows = 0;
  let problems = 0;
  await write(writer.head);
  for await (const page of pages) {
    const from = rows;
    await write(page.map((row, index) => writer.row(change(row), from + index)).join(''));
    rows += page.length;
    problems += page.filter(({ needsRepair, acknowledged }) => needsRepair !== false && !acknowledged).length;
    tell(rows);
  }
  await write(writer.foot(rows));
  return { rows, problems };
};
