import type { Acknowledgment } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * An environment variable together with the permissions it is useless without. Constructs hand these out, functions
 * take them in: nobody can have the one and forget the other.
 */
export interface Binding<Variable extends string> {
  readonly variable: Variable;
  readonly value: string;
  readonly permissions: readonly PolicyStatement[];
  /** Why a permission is wider than a single resource. */
  readonly acknowledgments?: readonly Acknowledgment[];
}

/** One binding for each variable a function's `env.ts` names: a missing or a needless one does not compile. */
export type Bindings<Environment> = {
  readonly [Variable in keyof Environment & string]-?: Binding<Variable>;
};

/** A variable that needs no permission. */
export function plain<Variable extends string>(variable: Variable, value: string): Binding<Variable> {
  return { variable, value, permissions: [] };
}
