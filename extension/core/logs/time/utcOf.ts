const minuteMs = 60_000;

/**
 * What the number after a time means. ConfigMgr writes the Windows bias: UTC = local time + bias. Many scripts write
 * the offset from UTC, which has the other sign; `auto` tells them by what they write and what they are.
 */
export const biasPolicies = ['auto', 'native', 'offset', 'ignore'] as const;
export type BiasPolicy = (typeof biasPolicies)[number];

/** Milliseconds since 1970; NaN when it cannot be known. */
export const utcOf = (local: number, bias: number, biasIsOffset: boolean, policy: BiasPolicy): number => {
  switch (policy) {
    case 'auto':
      return biasIsOffset ? local - bias * minuteMs : local + bias * minuteMs;
    case 'native':
      return local + bias * minuteMs;
    case 'offset':
      return local - bias * minuteMs;
    case 'ignore':
      return NaN;
  }
};
