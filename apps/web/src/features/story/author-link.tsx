import { profilePath } from "@muejam/contracts/address";
import type { Profile } from "@muejam/contracts/profile";
import { Link } from "@tanstack/react-router";

export function AuthorLink({ author, isQuiet = false }: { author: Profile; isQuiet?: boolean }) {
  const look = isQuiet
    ? "inline-flex min-h-6 min-w-11 items-center hover:underline max-wide:-mb-6 max-wide:pb-6"
    : "font-semibold text-ink hover:underline";
  return (
    <Link to={profilePath(author)} rel="author" className={`${look} wrap-anywhere`}>
      <bdi>{author.displayName}</bdi>
    </Link>
  );
}
