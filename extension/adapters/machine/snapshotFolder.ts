import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeSnapshot, SnapshotError } from '../../core/history/decodeSnapshot';
import { encodeSnapshot } from '../../core/history/encodeSnapshot';
import { defaultRetention, outlived, type Retention } from '../../core/history/retention';
import type { Snapshot } from '../../core/history/snapshot';
import { oneSpan } from '../../core/history/yesterday';
import type { KeptSnapshot } from '../../core/history/kept';
import type { Snapshots } from '../../ports/snapshots';
import { nodeFileSystem, type FileSystem } from '../files/fileSystem';
import { codeOf, fileProblem, placeFile, readFileIfAny } from './placeFile';

export interface SnapshotFolderOptions {
  readonly fileSystem?: FileSystem;
  readonly retention?: Retention;
  /** Told once of each file that cannot be used. */
  readonly told?: (problem: string) => void;
}

/** `<since>-<until>.json.gz`: the times are in the name, so that a list reads no file and a span grows by renaming. */
const fileName = /^(\d{1,15})-(\d{1,15})\.json\.gz$/;
const nameOf = (since: number, until: number): string => `${since}-${until}.json.gz`;

const abandonedAfter = 10 * 60_000;

/** Snapshots as packed files of a folder. Other windows may keep theirs in it at the same time. */
export class SnapshotFolder implements Snapshots {
  private readonly fileSystem: FileSystem;
  private readonly retention: Retention;
  private readonly told: (problem: string) => void;
  private readonly toldOf = new Set<string>();

  constructor(
    private readonly folder: string,
    {
      fileSystem = nodeFileSystem,
      retention = defaultRetention,
      told = () => undefined,
    }: SnapshotFolderOptions = {},
  ) {
    this.fileSystem = fileSystem;
    this.retention = retention;
    this.told = told;
  }

  async list(): Promise<readonly KeptSnapshot[]> {
    const names = await this.fileSystem.names(this.folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw new Error(`${this.folder} cannot be listed: ${fileProblem(error)}`, { cause: error });
    });
    const found = await Promise.all(names.map((name) => this.kept(name)));
    return found.filter((one) => one !== undefined).sort((a, b) => a.since - b.since || a.until - b.until);
  }

  async read(id: string): Promise<Snapshot | undefined> {
    if (!fileName.test(id)) return undefined;
    try {
      const packed = await readFileIfAny(this.fileSystem, this.at(id));
      return packed && decodeSnapshot(gunzipSync(packed).toString('utf8'));
    } catch (error) {
      this.tellOnce(id, error instanceof SnapshotError ? error.message : fileProblem(error));
      return undefined;
    }
  }

  async keep(snapshot: Snapshot, time: number): Promise<KeptSnapshot> {
    const packed = gzipSync(encodeSnapshot(snapshot));
    const kept = await this.list();
    const last = kept.findLast(({ since }) => since <= time);
    const same = last !== undefined && time - last.until <= oneSpan && (await this.holds(last, packed));
    const stored = {
      since: same ? last.since : time,
      until: same ? Math.max(last.until, time) : time,
      bytes: packed.length,
    };
    const id = nameOf(stored.since, stored.until);
    try {
      if (!(same && (await this.renamed(last.id, id)))) await this.write(id, packed);
    } catch (error) {
      throw new Error(`The history of the site was not kept: ${fileProblem(error)}`, { cause: error });
    }
    await this.thinOut();
    return { ...stored, id };
  }

  async forgetAfter(time: number): Promise<void> {
    await this.drop((await this.list()).filter(({ until }) => until > time));
  }

  private async kept(name: string): Promise<KeptSnapshot | undefined> {
    const [, since, until] = fileName.exec(name) ?? [];
    if (since === undefined || until === undefined) return undefined;
    // Another window may have let it go since.
    const state = await this.fileSystem.state(this.at(name)).catch(() => undefined);
    return state && { id: name, since: Number(since), until: Number(until), bytes: state.size };
  }

  /** Packing gives the same bytes for the same snapshot. */
  private async holds({ id }: KeptSnapshot, packed: Buffer): Promise<boolean> {
    const held = await readFileIfAny(this.fileSystem, this.at(id)).catch(() => undefined);
    return held?.equals(packed) === true;
  }

  private async renamed(from: string, to: string): Promise<boolean> {
    if (from === to) return true;
    return this.fileSystem.rename(this.at(from), this.at(to)).then(
      () => true,
      () => false,
    );
  }

  private async write(id: string, packed: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const beside = this.at(`${randomUUID()}.tmp`);
    await placeFile(this.fileSystem, beside, this.at(id), () => Promise.resolve(packed));
  }

  private async thinOut(): Promise<void> {
    await this.drop(outlived(await this.list(), this.retention));
    for (const name of await this.fileSystem.names(this.folder))
      if (name.endsWith('.tmp')) await this.clearAbandoned(this.at(name));
  }

  /** What a window left that ended while it wrote. */
  private async clearAbandoned(file: string): Promise<void> {
    const { modified } = await this.fileSystem.state(file).catch(() => ({ modified: Infinity }));
    if (Date.now() - modified > abandonedAfter) await this.fileSystem.remove(file).catch(() => undefined);
  }

  private async drop(snapshots: readonly KeptSnapshot[]): Promise<void> {
    for (const { id } of snapshots) await this.fileSystem.remove(this.at(id)).catch(() => undefined);
  }

  private at(name: string): string {
    return path.join(this.folder, name);
  }

  private tellOnce(id: string, problem: string): void {
    if (this.toldOf.has(id)) return;
    this.toldOf.add(id);
    this.told(`${this.at(id)} is left out of the history: ${problem}`);
  }
}
