#!/usr/bin/env bash
# Puts all that gpu.sh needs into one folder, to be copied to a machine that has an OpenCL driver and no Java:
#
#   bash docs/results/gpu-image.sh FOLDER
#
# The folder holds a Java runtime of the modules that Vitrine uses (jlink; under 60 MB), Vitrine and its libraries, the tests
# of the operations, the OpenCL loader of this machine, and gpu.sh itself.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -eq 1 ] || { echo "usage: bash docs/results/gpu-image.sh FOLDER" >&2; exit 2; }
[ ! -e "$1" ] || { echo "gpu-image.sh: $1 is there already; name a folder that is not" >&2; exit 2; }
most_megabytes=60

java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=$(readlink -f "${java:-$(command -v java)}")
jlink=${java%/java}/jlink
[ -x "$jlink" ] || { echo "gpu-image.sh: $jlink is missing; a JDK is needed, not a runtime alone" >&2; exit 2; }

# Vitrine's jars and the tests' classes, and where the libraries of each are.
(cd "$root" && mvn -q -B -ntp -DskipTests -Dspotless.skip=true -DincludeScope=test \
    -Dmdep.outputFile=target/tests.classpath package dependency:build-classpath)

made=$1.part
rm -rf "$made"
mkdir -p "$made/app" "$made/tests" "$made/lib"
copy() {
    local jars jar
    IFS=: read -r -a jars <"$1" || true # the file ends without a line break
    for jar in "${jars[@]}"; do cp "$jar" "$2/"; done
}
cp "$root"/*/target/vitrine-*.jar "$made/app/"
copy "$root/experiments/target/launcher.classpath" "$made/app"
copy "$root/engine/target/tests.classpath" "$made/tests"
cp -r "$root/engine/target/test-classes" "$made/tests/classes"
loader=$(ldconfig -p | sed -n 's/.*libOpenCL\.so\.1 .*=> //p' | head -n 1)
if [ -n "$loader" ]; then
    cp -L "$loader" "$made/lib/libOpenCL.so.1"
    cp -L "$loader" "$made/lib/libOpenCL.so"
fi
cp "$root/docs/results/gpu.sh" "$made/"

# java.desktop and java.sql are named by libraries; the rest by Vitrine and the tests.
"$jlink" --add-modules java.base,java.desktop,java.logging,java.management,java.net.http,java.sql,jdk.management,jdk.unsupported,jdk.zipfs \
    --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 --vm=server --output "$made/java"
rm -f "$made/java/lib/src.zip"
megabytes=$(du -sm "$made/java" | cut -f1)
[ "$megabytes" -lt "$most_megabytes" ] || {
    echo "gpu-image.sh: the runtime is of $megabytes MB; expected under $most_megabytes" >&2
    exit 1
}
mv "$made" "$1"
echo "$1: Java of $megabytes MB, $(du -sm "$1" | cut -f1) MB in all; there: bash gpu.sh"
