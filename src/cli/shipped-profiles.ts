import { readShippedProfile, shippedProfiles } from "../imports/index.js";

/** The profiles that come with the product, as a part of the help: all of them, or those for one kind of file. */
export function shippedProfilesHelp(what?: "invoices" | "customers"): string {
  const profiles = shippedProfiles()
    .map((name) => ({ name, profile: readShippedProfile(name) }))
    .filter(({ profile }) => what === undefined || profile.what === what);
  const width = Math.max(...profiles.map(({ name }) => name.length));
  const lines = profiles.map(({ name, profile }) => {
    const about = what === undefined ? `${profile.what}: ` : "";
    return `  ${name.padEnd(width)}  ${about}${profile.description ?? ""}`.trimEnd();
  });
  return ["Shipped profiles (--profile):", ...lines].join("\n");
}
