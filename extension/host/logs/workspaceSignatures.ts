import { FileSystemError, l10n, Uri, workspace } from 'vscode';
import { builtInSignatures, withSignatures } from '../../core/logs/signatures/builtIn';
import { readSignatures } from '../../core/logs/signatures/readSignatures';
import type { Signature } from '../../core/logs/signatures/signature';

/** In the folder `.vscode` of a folder of the workspace. */
const fileName = 'configmgr-signatures.json';

export interface WorkspaceSignatures {
  readonly signatures: readonly Signature[];
  /** What cannot be used, with file and place. */
  readonly problems: readonly string[];
}

/** The signatures of the extension and those of the workspace; those of a later folder stand in for the same ids. */
export const workspaceSignatures = async (): Promise<WorkspaceSignatures> => {
  let signatures = builtInSignatures();
  const problems: string[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const file = Uri.joinPath(uri, '.vscode', fileName);
    const name = workspace.asRelativePath(file);
    try {
      const read = readSignatures(new TextDecoder().decode(await workspace.fs.readFile(file)));
      signatures = withSignatures(signatures, read);
      problems.push(...read.problems.map((problem) => `${name}: ${problem}`));
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') continue;
      problems.push(
        l10n.t('{0} could not be read: {1}', name, error instanceof Error ? error.message : String(error)),
      );
    }
  }
  return { signatures, problems };
};
