/** A job as the queue's `add_jobs` takes it. */
export type JobSpec = {
  identifier: string;
  payload: unknown;
  priority: number;
  queue_name?: string;
  max_attempts?: number;
  job_key?: string;
  run_at?: string;
};

/** Lower runs sooner. */
export const priorities = { urgent: -10, normal: 0, slow: 10 } as const;
export type Priority = keyof typeof priorities;
