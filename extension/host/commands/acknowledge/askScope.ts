import { l10n, window } from 'vscode';
import type { KnownSite } from '../../../app/knownSite';
import type { Acknowledgement } from '../../../core/acknowledge/acknowledgement';
import type { Finding } from '../../../core/reconcile/finding';
import { siteKeyOf } from '../../../core/siteTree/node';
import type { Host } from '../../host';
import { chosenOf } from '../chosen';

export type AcknowledgedScope = Pick<Acknowledgement, 'packageId' | 'dp' | 'verdicts'>;

/**
 * What is to be set aside: each finding as it is, or, of a DP or a package of the tree, whatever is found there.
 * undefined: the user leaves.
 */
export const askScope = async (
  host: Pick<Host, 'view'>,
  known: KnownSite,
  args: readonly unknown[],
  findings: readonly Finding[],
): Promise<readonly AcknowledgedScope[] | undefined> => {
  const { index } = known.session.state;
  const chosen = chosenOf(args, host.view);
  const wide =
    chosen.kind === 'rows'
      ? []
      : chosen.nodes
          .filter((node) => siteKeyOf(node) === known.key)
          .flatMap((node): readonly AcknowledgedScope[] => {
            if (node.kind === 'dp')
              return [{ packageId: undefined, dp: index?.dpName(node.dp), verdicts: undefined }];
            if (node.kind === 'package')
              return [{ packageId: node.packageId, dp: undefined, verdicts: undefined }];
            return [];
          });
  const single = findings.map(({ packageId, dp, verdict }) => ({
    packageId,
    dp: index?.dpName(dp) ?? dp,
    verdicts: [verdict],
  }));
  if (wide.length === 0) return single;
  const names = wide.map(({ packageId, dp }) => dp ?? index?.packageName(packageId ?? '') ?? '').join(', ');
  const choices = [
    {
      label: l10n.t('The findings there are now ({0})', single.length),
      detail: l10n.t('Each counts again as soon as it turns into another one.'),
      scopes: single,
    },
    {
      label: l10n.t('Whatever is found, now and later'),
      detail: l10n.t('Nothing of {0} counts as a problem until the acknowledgement expires.', names),
      scopes: wide,
    },
  ].filter(({ scopes }) => scopes.length > 0);
  const picked = await window.showQuickPick(choices, {
    title: l10n.t('Acknowledge'),
    placeHolder: l10n.t('What of {0} is acknowledged?', names),
  });
  return picked?.scopes;
};
