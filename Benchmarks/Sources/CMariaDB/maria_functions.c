#include "maria_functions.h"

#include <dlfcn.h>
#include <stddef.h>

struct maria_functions maria;

int maria_load(void) {
  if (maria.close) return 0;
  const char *names[] = {"libmariadb.so.3", "libmariadb.3.dylib"};
  void *library = NULL;
  for (int i = 0; i < 2 && !library; i++) library = dlopen(names[i], RTLD_NOW);
  if (!library) return -1;
  struct { const char *name; void *function; } symbols[] = {
      {"mysql_init", &maria.init}, {"mysql_real_connect", &maria.connect}, {"mysql_real_query", &maria.query},
      {"mysql_store_result", &maria.store_result}, {"mysql_field_count", &maria.field_count},
      {"mysql_fetch_row", &maria.fetch_row}, {"mysql_fetch_lengths", &maria.fetch_lengths},
      {"mysql_free_result", &maria.free_result}, {"mysql_errno", &maria.errnumber}, {"mysql_error", &maria.error},
      {"mysql_get_server_info", &maria.server_info}, {"mysql_close", &maria.close}};
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *found = dlsym(library, symbols[i].name);
    if (!found) return -1;
    *(void **)symbols[i].function = found;
  }
  return 0;
}
