import { profilePath } from "@muejam/contracts/address";
import type { Profile } from "@muejam/contracts/profile";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

type FaceRowProps = { face: Profile; fact?: string; children: ReactNode };

/** Somebody, and what there is to do about them. */
export function FaceRow({ face, fact, children }: FaceRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="min-w-0">
        <Link to={profilePath(face)} className="font-semibold wrap-anywhere hover:underline">
          <bdi>{face.displayName}</bdi>
        </Link>
        <p className="text-small text-ink-3 wrap-anywhere">
          <bdi dir="ltr">@{face.handle}</bdi>
          {fact ? <span className="block">{fact}</span> : null}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}
