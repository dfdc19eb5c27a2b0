/** A function's environment: names, and how each is read. Without a library, for each cold start would load it. */
import type { Basics } from '../../domain/business/basics.ts';

/** @throws Error in a few words what is wrong with the text. */
type ReadVariable<V> = (text: string) => V;
type Schema = Readonly<Record<string, ReadVariable<unknown>>>;

/** What a deployment must give a function. */
export type VariablesOf<S extends Schema> = { readonly [Name in keyof S]: string };
export type EnvironmentOf<S extends Schema> = { readonly [Name in keyof S]: ReturnType<S[Name]> };

export const text: ReadVariable<string> = (value) => value;

export const wholeNumber: ReadVariable<number> = (value) => {
  if (!/^[1-9]\d*$/.test(value)) throw new Error('is no whole number from 1 on');
  return Number(value);
};

/**
 * What the deployment knew of the business. A deployment before this one put the whole company file there, which is the
 * same and more. It was checked when it was deployed.
 */
export const basics: ReadVariable<Basics> = (value) => {
  try {
    return JSON.parse(value) as Basics;
  } catch {
    throw new Error('is no JSON');
  }
};

/**
 * Reads a function's environment.
 * @throws Error naming every variable that is missing or wrong.
 */
export function readEnvironment<S extends Schema>(
  schema: S,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): EnvironmentOf<S> {
  const faults: string[] = [];
  const values = Object.entries(schema).map(([name, read]) => {
    try {
      const value = variables[name];
      if (value === undefined || value === '') throw new Error('is missing');
      return [name, read(value)];
    } catch (error) {
      faults.push(`${name} ${(error as Error).message}`);
      return [name, undefined];
    }
  });
  if (faults.length > 0) throw new Error(`Environment is not complete: ${faults.join('; ')}`);
  return Object.fromEntries(values) as EnvironmentOf<S>;
}
