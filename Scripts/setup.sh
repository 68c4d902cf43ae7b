#!/usr/bin/env bash
# Makes sure that Swift and the system libraries are there: liblmdb, ICU and zlib, with pkg-config to find them.
# Installs what is missing through apt or brew, and otherwise says what to do. Does nothing when all is there.
set -euo pipefail

wanted_swift=6.3

fail() {
  echo "setup: $*" >&2
  exit 1
}

check_swift() {
  command -v swift >/dev/null || fail "Swift $wanted_swift or later is needed: https://www.swift.org/install"
  local found
  found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  [ -n "$found" ] || fail "swift --version says nothing that looks like a version"
  [ "$(printf '%s\n' "$wanted_swift" "$found" | sort -V | head -n 1)" = "$wanted_swift" ] ||
    fail "Swift $wanted_swift or later is needed, this is $found: https://www.swift.org/install"
}

has_libraries() {
  command -v pkg-config >/dev/null && pkg-config --exists lmdb icu-i18n zlib
}

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "run this as root, or install sudo: $*"
  fi
}

install_with_apt() {
  local packages=(liblmdb-dev libicu-dev zlib1g-dev pkg-config)
  # Lists that are missing or out of date are the usual reason for a first attempt to fail.
  apt_install "${packages[@]}" || { as_root apt-get update && apt_install "${packages[@]}"; } ||
    fail "apt-get could not install ${packages[*]}"
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" </dev/null
}

install_with_brew() {
  local package
  for package in lmdb icu4c pkgconf; do
    brew list --versions "$package" >/dev/null || brew install "$package"
  done
}

check_swift
if [ "$(uname)" = Darwin ]; then
  # ICU and zlib lie where only brew's own paths lead; the package manager asks brew for them.
  command -v brew >/dev/null || fail "install Homebrew (https://brew.sh), then run this again"
  install_with_brew
elif ! has_libraries; then
  if command -v apt-get >/dev/null; then
    install_with_apt
  else
    fail "install LMDB, ICU and zlib with their headers, and pkg-config; pkg-config must find lmdb, icu-i18n and zlib"
  fi
  has_libraries || fail "pkg-config does not find lmdb, icu-i18n and zlib, though they were installed"
fi
