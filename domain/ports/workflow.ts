export interface Workflow {
  /** Starts the lead's execution for this generation. Starting the same one twice is one start. */
  begin(leadId: string, generation: number): Promise<void>;
  /** Stops the execution of a superseded generation. It may be over already: that is fine. */
  end(leadId: string, generation: number): Promise<void>;
}
