#!/usr/bin/env bash
# Tests and times Vitrine on the OpenCL device of a bare machine: bash gpu.sh [--device opencl:N] [--driver LIBRARY] [--works LIST]
#
# Run it in the folder that gpu-image.sh made. It needs nothing of the machine but a driver. Where the driver is installed it is
# found; else --driver names the vendor's library, such as /usr/lib/x86_64-linux-gnu/libnvidia-opencl.so.1. PyTorch takes its
# turns if a python3 can import it. What came of it lies in results/.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
device=opencl
driver=
works=all
while [ $# -gt 0 ]; do
    case $1 in
        --device) device=${2:?--device wants a name}; shift 2 ;;
        --driver) driver=${2:?--driver wants a library}; shift 2 ;;
        --works) works=${2:?--works wants a list, as in W1,W4}; shift 2 ;;
        *) echo "gpu.sh: unknown word $1; expected --device NAME, --driver LIBRARY or --works LIST" >&2; exit 2 ;;
    esac
done
[ -x java/bin/java ] || { echo "gpu.sh: there is no java/bin/java here; run it in the folder that gpu-image.sh made" >&2; exit 2; }
mkdir -p results

if [ -n "$driver" ]; then
    [ -r "$driver" ] || { echo "gpu.sh: cannot read the driver $driver" >&2; exit 2; }
    mkdir -p vendors
    echo "$driver" >vendors/named.icd
    export OCL_ICD_VENDORS=$PWD/vendors
fi
export LD_LIBRARY_PATH=$PWD/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
flags=(-Xmx4g -XX:+UseSerialGC -Djava.awt.headless=true -DuniqueLibraryNames=true "-Dvitrine.root=$PWD")
feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' java/release)
[ "$feature" -lt 22 ] || flags+=(--enable-native-access=ALL-UNNAMED)
# Of a driver's compiler that takes over signals: they stay Java's.
signals=$PWD/java/lib/libjsig.so
[ ! -r "$signals" ] || [ "${signals%%[ :]*}" != "$signals" ] || export LD_PRELOAD=$signals

failed=0
# NAME COMMAND...: its output is shown and kept.
part() {
    local name=$1
    shift
    echo "== $name"
    if "$@" 2>&1 | tee "results/$name.txt"; then return 0; fi
    echo "gpu.sh: $name failed; its words are in results/$name.txt" >&2
    failed=1
}
vitrine() {
    java/bin/java "${flags[@]}" -cp "app/*" dev.vitrine.experiments.cli.Main "$@"
}
op_tests() {
    java/bin/java "${flags[@]}" -Dvitrine.opencl=required -cp "tests/classes:app/*:tests/*" \
        dev.vitrine.engine.device.OpTestsMain
}

part machine uname -a
part doctor vitrine doctor
part op-tests op_tests
part bench vitrine bench --works "$works" --device "$device" --json results/bench.json
part kernels vitrine bench --works "$works" --device "$device" --kernels --json results/kernels.json
part odd vitrine bench --odd --device "$device" --json results/odd.json
if python3 -c 'import torch' 2>/dev/null; then
    part torch vitrine bench --works "$works" --device "$device" --compare torch --json results/torch.json
else
    echo "== no python3 here can import torch: nothing to set beside it"
fi
[ "$failed" = 0 ] && echo "gpu.sh: all done; see results/"
exit "$failed"
