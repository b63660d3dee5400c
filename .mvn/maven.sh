#!/bin/sh
# Fetches Apache Maven where the machine has none, checks it against a pinned SHA-512 and prints
# the path of its `mvn`. The repository to fetch from is the user's to name: MVNW_REPOURL (the
# variable of the standard Maven wrapper), else the mirror in their Maven settings.
# Exit 2: no repository is named. Exit 1: it could not be fetched or is not the pinned file.
set -eu

version=3.9.16
sha512=831a8591fe20c8243b1dbe7d71e3244f31d1665b0804b2e825e38cbbe5ce0cafb8338851f90780735568773e0a6cd07bbec107cda0b896b008b861075358b6f6

user_home=${MAVEN_USER_HOME:-${HOME:?}/.m2}
home=$user_home/wrapper/dists/demarc-apache-maven-$version

# The URL of the first mirror that stands for the central repository, or nothing.
settings_mirror() {
  settings=$user_home/settings.xml
  [ -f "$settings" ] || return 0
  end=$(printf '\001')
  tr '\n' ' ' <"$settings" | sed -e "s/-->/$end/g" -e "s/<!--[^$end]*$end//g" -e 's:</mirror>:&\
:g' | grep -E '<mirrorOf>[^<]*(\*|central)[^<]*</mirrorOf>' | grep -v '<blocked>true' |
    sed -n 's:.*<url>[[:space:]]*\([^<[:space:]]*\)[[:space:]]*</url>.*:\1:p' | head -n 1
}

fetch() {
  if command -v curl >/dev/null 2>&1; then
    curl --fail --silent --show-error --location --retry 2 --output "$2" "$1"
  elif command -v wget >/dev/null 2>&1; then
    wget --quiet --tries=3 --output-document="$2" "$1"
  else
    echo "fetching Maven needs curl or wget" >&2
    return 1
  fi
}

digest() {
  if command -v sha512sum >/dev/null 2>&1; then
    sha512sum "$1"
  elif command -v shasum >/dev/null 2>&1; then
    shasum -a 512 "$1"
  else
    openssl dgst -sha512 -r "$1"
  fi | cut -c1-128
}

if [ ! -x "$home/bin/mvn" ]; then
  repository=${MVNW_REPOURL:-$(settings_mirror)}
  [ -n "$repository" ] || exit 2
  url=${repository%/}/org/apache/maven/apache-maven/$version/apache-maven-$version-bin.tar.gz
  mkdir -p "$user_home/wrapper/dists"
  work=$(mktemp -d "$user_home/wrapper/dists/demarc-fetch.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  echo "fetching Apache Maven $version from $repository" >&2
  fetch "$url" "$work/maven.tar.gz" || { echo "could not fetch $url" >&2; exit 1; }
  if [ "$(digest "$work/maven.tar.gz")" != "$sha512" ]; then
    echo "$url is not the file that is pinned in .mvn/maven.sh (SHA-512 differs); nothing was unpacked" >&2
    exit 1
  fi
  tar -xzf "$work/maven.tar.gz" -C "$work"
  # A concurrent fetch may have been first: its copy is as good.
  [ -e "$home" ] || mv "$work/apache-maven-$version" "$home"
fi
echo "$home/bin/mvn"
