import { bareName, foldName, isAddress } from './foldName';
import { isWordAt, WordTrie } from './wordTrie';

interface Known {
  /** Of a server: whatever domain follows it goes with it. Of a domain, or a part of its name. */
  readonly of: 'server' | 'domain';
  readonly stand: string;
}

type Sort = 'dp' | 'server';

/** What stands for a domain. */
const domainStand = 'example';
/** A shorter part of a domain's name, a country say, tells nothing. */
const shortestPart = 3;

/**
 * Puts `dp-001.example` in place of server names, in any text and spelling; the same server gets the same name all
 * over an export. Names of domains go as well.
 */
export class Redactor {
  private readonly words = new WordTrie<Known>();
  private readonly fullNames = new Map<string, string>();
  private readonly domains = new Set<string>();
  private readonly counts = { dp: 0, server: 0 };
  /** Host names of the site, which stand for nothing else. */
  private readonly taken: ReadonlySet<string>;

  /**
   * @param dps server names of DPs, which are numbered in this order
   * @param servers other servers of the site
   */
  constructor(dps: readonly string[], servers: readonly string[] = []) {
    const all = [...dps, ...servers].map(bareName).filter((name) => name !== '');
    // Domains first: a server that is known by its bare name only may be of one of them.
    for (const name of all) this.learnDomain(name);
    this.taken = new Set(all.map(hostOf));
    for (const name of dps) this.learn(name, 'dp');
    for (const name of servers) this.learn(name, 'server');
  }

  /** What stands for a server; one that was not known before is from now on. */
  server(name: string, sort: Sort = 'server'): string {
    return this.learn(name, sort);
  }

  /** The text without the names of servers and domains. */
  text(text: string): string {
    return this.replaced(text, () => true);
  }

  /** The name of a package or a group stays, but for servers in it: `Contoso VPN` tells no place. */
  name(text: string): string {
    return this.replaced(text, ({ of }) => of === 'server');
  }

  private replaced(original: string, goes: (known: Known) => boolean): string {
    const text = original.normalize('NFC');
    const folded = foldName(text);
    let result = '';
    let at = 0;
    while (at < text.length) {
      const hit = at > 0 && isWordAt(text, at - 1) ? undefined : this.hitAt(folded, at);
      if (hit !== undefined && goes(hit.value)) {
        result += hit.value.stand;
        at = hit.end;
      } else result += text.charAt(at++);
    }
    return result;
  }

  private hitAt(folded: string, at: number): { readonly value: Known; readonly end: number } | undefined {
    const hit = this.words.longestAt(folded, at);
    if (hit?.value.of === 'server') {
      domainAfter.lastIndex = hit.end;
      return { value: hit.value, end: hit.end + (domainAfter.exec(folded)?.[0].length ?? 0) };
    }
    dotted.lastIndex = at;
    const [name] = dotted.exec(folded) ?? [];
    if (name !== undefined && this.isOfDomain(name))
      return { value: { of: 'server', stand: this.learn(name, 'server') }, end: at + name.length };
    return hit;
  }

  private isOfDomain(name: string): boolean {
    return partsFrom(name).some((rest) => rest !== name && this.domains.has(rest));
  }

  private learn(name: string, sort: Sort): string {
    const full = bareName(name);
    const known = this.fullNames.get(full) ?? this.standOfHost(full);
    if (known !== undefined) return known;
    const stand = this.next(sort);
    this.learnDomain(full);
    this.fullNames.set(full, stand);
    this.words.add(full, { of: 'server', stand });
    const host = hostOf(full);
    // A host name of digits alone would take the numbers out of every text.
    if (!/^\d*$/.test(host)) this.words.add(host, { of: 'server', stand });
    return stand;
  }

  /** A bare host name that the FQDN of a server begins with. */
  private standOfHost(name: string): string | undefined {
    const known = this.words.get(name);
    return known?.of === 'server' ? known.stand : undefined;
  }

  private learnDomain(full: string): void {
    if (isAddress(full)) return;
    const [domain] = partsFrom(full).slice(1);
    if (domain === undefined) return;
    for (const rest of partsFrom(domain)) {
      if (rest === domain || rest.includes('.')) this.domains.add(rest);
      this.words.add(rest, { of: 'domain', stand: domainStand });
    }
    for (const part of domain.split('.'))
      if (part.length >= shortestPart && !/^\d+$/.test(part))
        this.words.add(part, { of: 'domain', stand: domainStand });
  }

  /** The next name that is not that of a server of the site. */
  private next(sort: Sort): string {
    for (;;) {
      const host = `${sort}-${String(++this.counts[sort]).padStart(3, '0')}`;
      if (!this.taken.has(host)) return `${host}.${domainStand}`;
    }
  }
}

const dotted = /[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/uy;
const domainAfter = /(?:\.[\p{L}\p{M}\p{N}_-]+)*/uy;

/** `a.b.c`, `b.c`, `c`. */
const partsFrom = (name: string): readonly string[] => {
  const parts = name.split('.');
  return parts.map((_, at) => parts.slice(at).join('.'));
};

const hostOf = (full: string): string => (isAddress(full) ? full : (full.split('.')[0] ?? full));
