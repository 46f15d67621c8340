import { EventEmitter, FileDecoration, Uri, type FileDecorationProvider } from 'vscode';
import type { Standing } from '../../core/siteTree/standing';
import { standingLook } from '../words/standingWords';

/** The letter beside a node. A node's URI is its place in the tree, so it stays the same over refreshes. */
export class StandingDecorations implements FileDecorationProvider {
  private readonly standings = new Map<string, Standing>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChangeFileDecorations = this.changed.event;

  /** The URI to put on the node; its decoration follows the standing. */
  mark(nodeId: string, standing: Standing): Uri {
    const uri = Uri.from({ scheme: 'configmgr-content', path: `/${nodeId}` });
    const key = uri.toString();
    if (this.standings.get(key) !== standing) {
      this.standings.set(key, standing);
      this.changed.fire(uri);
    }
    return uri;
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    if (uri.scheme !== 'configmgr-content') return undefined;
    const standing = this.standings.get(uri.toString());
    if (standing === undefined || standing === 'nothing') return undefined;
    const { letter, words, color } = standingLook(standing);
    const calls = standing === 'problems' || standing === 'stale';
    return new FileDecoration(letter, words, calls ? color : undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
