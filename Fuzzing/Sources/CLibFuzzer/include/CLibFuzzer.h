// The driver of libFuzzer, for programs with a `main` of their own: <https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library>.
#ifndef C_LIB_FUZZER_H
#define C_LIB_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs `test` on inputs until the options in `arguments` say stop, or an input makes it crash.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *bytes, size_t count));

#endif
