import { commands, type Disposable } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { DpKey } from '../../core/content/nalPath';
import { quoteValue } from '../../core/filter/print';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/cyclesPage';
import type { CommandId } from '../commands/commandIds';
import { cyclesState } from './cyclesState';
import type { OpenPage } from './pagePanel';

/** What the page starts elsewhere in the window. */
export interface CyclesActions {
  showMissing(site: KnownSite, filter: string): void;
  revealDp(site: KnownSite, dp: DpKey): Promise<unknown>;
}

/** The validation cycles of one site's DPs. */
export class CyclesPanel implements Disposable {
  private readonly unregister: () => void;

  constructor(
    private readonly site: KnownSite,
    private readonly page: OpenPage,
    /** A name to put in the filter, once the page asks for anything. */
    private filter: string | undefined,
    private readonly actions: CyclesActions,
  ) {
    this.unregister = site.session.onDidChange(() => page.endpoint.notify(protocol.cyclesChanged, undefined));
    page.panel.onDidDispose(() => this.unregister());
    this.answer(page.endpoint);
  }

  /** @param filter what to show; undefined leaves the page as it is */
  reveal(filter: string | undefined): void {
    this.page.panel.reveal();
    if (filter !== undefined) this.page.endpoint.notify(protocol.cyclesShow, { filter });
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.cyclesState, () => {
      if (this.filter !== undefined) endpoint.notify(protocol.cyclesShow, { filter: this.filter });
      this.filter = undefined;
      return cyclesState(this.site);
    });
    endpoint.handle(protocol.cyclesAct, ({ action, dp }) => this.act(action, dp as DpKey));
    endpoint.handle(protocol.cyclesRefresh, async () => {
      const refresh: CommandId = 'configmgrContent.site.refresh';
      await commands.executeCommand(refresh, undefined, this.site.key);
      return undefined;
    });
  }

  /** A key that the page made up is no DP's. */
  private async act(action: protocol.CyclesAction, key: DpKey): Promise<undefined> {
    const dp = this.site.session.state.index?.dps.get(key);
    if (dp === undefined) return undefined;
    if (action === 'reveal') await this.actions.revealDp(this.site, dp.key);
    else this.actions.showMissing(this.site, `state:problems dp=${quoteValue(dp.serverName)}`);
    return undefined;
  }
}
