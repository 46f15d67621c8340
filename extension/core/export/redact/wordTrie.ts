interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

export interface Hit<T> {
  readonly value: T;
  /** Where it ends in the text. */
  readonly end: number;
}

/** Finds the longest of many words at a place of a text, as a whole: no letter or digit follows it. */
export class WordTrie<T> {
  private readonly root: Node<T> = { next: new Map(), value: undefined };

  /** The first value of a word stays. */
  add(word: string, value: T): void {
    let node = this.root;
    for (const unit of units(word)) {
      const next: Node<T> = node.next.get(unit) ?? { next: new Map(), value: undefined };
      node.next.set(unit, next);
      node = next;
    }
    if (node !== this.root) node.value ??= value;
  }

  get(word: string): T | undefined {
    const hit = this.longestAt(word, 0);
    return hit?.end === word.length ? hit.value : undefined;
  }

  /** @param text folded as the words are */
  longestAt(text: string, start: number): Hit<T> | undefined {
    let node: Node<T> | undefined = this.root;
    let found: Hit<T> | undefined;
    for (let at = start; node !== undefined && at <= text.length; at++) {
      if (node.value !== undefined && !isWordAt(text, at)) found = { value: node.value, end: at };
      node = node.next.get(text.charAt(at));
    }
    return found;
  }
}

const units = (word: string): readonly string[] =>
  Array.from({ length: word.length }, (_, at) => word.charAt(at));

/** A letter or a digit stands there. */
export const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
