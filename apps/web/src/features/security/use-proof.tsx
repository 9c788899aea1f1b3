import { type ReactNode, useRef, useState } from "react";
import { appErrorOf } from "../../lib/errors.ts";
import { ProofDialog } from "./proof-dialog.tsx";

type Waiting = { go: () => void; giveUp: () => void };

/** Does an act, and asks for a proof in between where the server wants one. */
export type Proven = <T>(act: () => Promise<T>) => Promise<T>;

/**
 * For what a browser left open must not give away: where the server asks for a proof, the owner is asked to
 * show once more who they are, and the act is done again with the same words.
 */
export function useProof(): { proven: Proven; dialog: ReactNode } {
  const [isAsked, setAsked] = useState(false);
  const waiting = useRef<Waiting | null>(null);
  const settle = (how: keyof Waiting) => {
    setAsked(false);
    waiting.current?.[how]();
    waiting.current = null;
  };
  const proven = async <T,>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (appErrorOf(error)?.code !== "PROOF_NEEDED") throw error;
      return new Promise<T>((resolve, reject) => {
        waiting.current = { go: () => void act().then(resolve, reject), giveUp: () => reject(error) };
        setAsked(true);
      });
    }
  };
  return {
    proven,
    dialog: <ProofDialog isOpen={isAsked} onProven={() => settle("go")} onClose={() => settle("giveUp")} />,
  };
}
