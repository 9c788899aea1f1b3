import { profilePath } from "@muejam/contracts/address";
import type { Profile } from "@muejam/contracts/profile";
import { Link } from "@tanstack/react-router";

export function AuthorLink({ author, isQuiet = false }: { author: Profile; isQuiet?: boolean }) {
  const look = isQuiet ? "inline-flex min-h-6 items-center hover:underline" : "font-semibold text-ink hover:underline";
  return (
    <Link to={profilePath(author)} rel="author" className={`${look} wrap-anywhere`}>
      <bdi>{author.displayName}</bdi>
    </Link>
  );
}
