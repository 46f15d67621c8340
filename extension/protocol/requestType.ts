/** Tells whether a value that came from the other side has the shape it should have. */
export type Accepts<T> = (value: unknown) => value is T;

/** A typed request: method name, and the check that the receiver applies before it handles one. */
export interface RequestType<Params, Result> {
  readonly method: string;
  readonly accepts: Accepts<Params>;
  /** Carries Result for the compiler; never set. */
  readonly resultType?: Result;
}

export interface NotificationType<Params> {
  readonly method: string;
  readonly accepts: Accepts<Params>;
}

export const defineRequest =
  <Result>() =>
  <Params>(method: string, accepts: Accepts<Params>): RequestType<Params, Result> => ({ method, accepts });

export const defineNotification = <Params>(
  method: string,
  accepts: Accepts<Params>,
): NotificationType<Params> => ({
  method,
  accepts,
});

/** For two ends that are the same program (a worker thread and its client): nothing to check. */
export const trusted =
  <T>(): Accepts<T> =>
  (_value): _value is T =>
    true;
