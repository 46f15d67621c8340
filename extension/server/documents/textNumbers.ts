/** Numbers for texts that occur again and again; 0 stands for none. */
export class TextNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly texts: (string | undefined)[] = [undefined];

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    // A slice would keep the whole text of the log that it is from.
    const own = Buffer.from(text, 'utf16le').toString('utf16le');
    this.numbers.set(own, this.texts.length);
    return this.texts.push(own) - 1;
  }

  /** -1 for a text that has none yet. */
  find(text: string): number {
    return this.numbers.get(text) ?? -1;
  }

  text(number: number): string | undefined {
    return this.texts[number];
  }
}
