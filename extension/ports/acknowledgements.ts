import type { Acknowledgement } from '../core/acknowledge/acknowledgement';

/** What stands in a file; a file that is broken sets nothing aside. */
export type AcknowledgementsRead =
  | { readonly kind: 'read'; readonly acknowledgements: readonly Acknowledgement[] }
  /** Each problem names the file, the place in it, and what to write there. */
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** Acknowledgements that may be shared: others change them at any time. */
export interface Acknowledgements {
  /** Where they are kept, for messages. */
  readonly place: string;
  /** Never rejects: what cannot be read is broken. None are kept yet: none. */
  read(): Promise<AcknowledgementsRead>;
  /** One that is about the same as an older one takes its place. Rejects, and nothing has changed, when it cannot be written. */
  add(acknowledgements: readonly Acknowledgement[]): Promise<void>;
  /** Takes away what is about the same as these. */
  remove(acknowledgements: readonly Acknowledgement[]): Promise<void>;
  /** Somebody changed them, perhaps; the result unregisters. */
  onDidChange(listener: () => void): () => void;
}
