import type { MessageStyle } from './demoDp';
import type { ProfileId } from './dpProfile';

/** What stands where, before its cycles are worked out. */
export interface DpPlan {
  readonly server: string;
  readonly description: string;
  readonly profile: ProfileId;
  readonly is?: 'pull' | 'siteServer' | 'cloud' | 'prestaged';
  /** False: its NAL path has no display part. */
  readonly display?: boolean;
  readonly dpString?: 'nalPath' | 'plainNalPath' | 'bareName';
  readonly style?: Partial<Omit<MessageStyle, 'dpString'>>;
  readonly versionsKnown?: boolean;
}

export const siteServer = 'CM01.contoso.local';

/** The small site, and the first dozen of every other: names and profiles that are hard to tell apart. */
export const firstDozen: readonly DpPlan[] = [
  { server: siteServer, description: 'Site server', profile: 'longerThanADay', is: 'siteServer' },
  {
    server: 'DPHAM01.contoso.local',
    description: 'Hamburg',
    profile: 'daily',
    style: { versionAttribute: true },
    versionsKnown: true,
  },
  {
    server: 'DPTYO01.contoso.local',
    description: '東京',
    profile: 'severalADay',
    is: 'prestaged',
    display: false,
  },
  {
    server: 'DP1.contoso.local',
    description: 'Berlin',
    profile: 'weekly',
    dpString: 'bareName',
    style: { dpAttribute: false, machineName: 'dp1.CONTOSO.LOCAL' },
  },
  {
    server: 'DP10.contoso.local',
    description: 'Berlin, branch office',
    profile: 'runningNow',
    is: 'pull',
    style: { passStrings: false },
    versionsKnown: true,
  },
  {
    server: 'dp1.fabrikam.local',
    description: 'Fabrikam',
    profile: 'suspect',
    dpString: 'plainNalPath',
    style: { machineName: 'DP1.fabrikam.local' },
  },
  { server: 'EDGEDP7', description: 'DMZ, no domain', profile: 'validationOff' },
  { server: 'contosodp.cloudapp.net', description: 'Cloud', profile: 'cloud', is: 'cloud' },
  { server: 'DPPAR01.contoso.local', description: 'Paris', profile: 'listsDisagree' },
  { server: 'DPMAD01.contoso.local', description: 'Madrid', profile: 'neverFinished' },
  { server: 'DPGDL01.contoso.local', description: 'Guadalajara', profile: 'purgedStart' },
  { server: 'DPZRH01.contoso.local', description: 'Zürich (new)', profile: 'neverRan' },
];
