export interface Target {
  readonly name: string;
  /** How the SDK and `cdk` reach it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly withoutStacks: readonly string[];
  stop(): Promise<void>;
}
