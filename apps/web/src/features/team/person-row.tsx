import { profilePath } from "@muejam/contracts/address";
import type { Profile } from "@muejam/contracts/profile";
import { Avatar } from "@muejam/ui/avatar";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** Somebody, what they are here, and what there is to do about it. */
export function PersonRow({ face, fact, children }: { face: Profile; fact: string; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <Avatar name={face.displayName} />
      <div className="min-w-0 flex-1 basis-44">
        <Link to={profilePath(face)} className="font-semibold wrap-anywhere hover:underline">
          <bdi>{face.displayName}</bdi>
        </Link>
        <p aria-live="polite" className="text-small text-ink-2 wrap-anywhere">
          {fact}
        </p>
      </div>
      {children}
    </li>
  );
}
