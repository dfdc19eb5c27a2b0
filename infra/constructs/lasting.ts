import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Pins the logical id of a resource that must survive every refactoring of this code, because something outside the
 * stack holds on to it: stored leads, running executions, links in mails, DNS records. A new logical id would be a new,
 * empty resource.
 */
export function lasting(construct: IConstruct, logicalId: string): void {
  const resource = construct.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) throw new Error(`${construct.node.path} has no resource`);
  resource.overrideLogicalId(logicalId);
}
