#!/bin/sh
# Runs a command in the root that root.sh made: `sh inside.sh ROOT WORK COMMAND…`, as root, in the root of the workspace.
# The workspace is /src there, and cannot be written; WORK is /build, where the crates are and what is built goes.
set -eu
if [ "$1" != --mounting ]; then
    # What is mounted is seen by nobody else, and gone with the command however it ends.
    exec unshare --mount --pid --fork --kill-child --propagation private sh "$0" --mounting "$@"
fi
root=$2 work=$3
shift 3

mkdir -p "$root/src" "$root/build" "$root/small-disk"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs -o size=4m tmpfs "$root/small-disk"
mount --bind "$work" "$root/build"
mount --bind . "$root/src"
mount -o remount,bind,ro "$root/src"

# Nothing that is set outside, as it is meant for the compiler outside. Optimised a little, because qemu is slow, and nobody
# opens these programs in a debugger.
set -- chroot "$root" /usr/bin/env --ignore-environment --chdir=/src \
    HOME=/root PATH=/usr/bin:/bin LANG=C.UTF-8 \
    CARGO_HOME=/build/crates CARGO_TARGET_DIR=/build/target CARGO_NET_OFFLINE=true \
    CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=1 \
    VIGIE_SMALL_DISK=/small-disk \
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc \
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER=qemu-aarch64 \
    "$@"

# Some tests start themselves once more. The kernel is told who reads programs for ARM in a user namespace of this command
# alone, so that nothing changes for the machine. Linux before 6.7 has no such thing: `qemu-aarch64` is then the cargo
# runner's alone, and those tests cannot run.
formats=$root/proc/sys/fs/binfmt_misc
if unshare --user --map-root-user --mount mount -t binfmt_misc none "$formats" 2>/dev/null; then
    magic='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00'
    mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'
    rule=":vigie-arm:M::$magic:$mask:/usr/bin/qemu-aarch64:"
    # shellcheck disable=SC2016 # its own arguments, expanded by that shell
    tell='mount -t binfmt_misc none "$1" && printf %s "$2" >"$1/register" && shift 2 && exec "$@"'
    set -- unshare --user --map-root-user --mount sh -c "$tell" sh "$formats" "$rule" "$@"
fi
exec "$@"
