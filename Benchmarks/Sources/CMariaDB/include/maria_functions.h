#ifndef BLAZZ_MARIA_FUNCTIONS_H
#define BLAZZ_MARIA_FUNCTIONS_H

/// What is used of libmariadb, looked up when it is needed: nobody has to have it to build this.
struct maria_functions {
  void *(*init)(void *);
  void *(*connect)(
      void *, const char *host, const char *user, const char *password, const char *database, unsigned port,
      const char *socket, unsigned long flags);
  int (*query)(void *, const char *, unsigned long);
  void *(*store_result)(void *);
  unsigned (*field_count)(void *);
  char **(*fetch_row)(void *);
  unsigned long *(*fetch_lengths)(void *);
  void (*free_result)(void *);
  unsigned (*errnumber)(void *);
  const char *(*error)(void *);
  const char *(*server_info)(void *);
  void (*close)(void *);
};

extern struct maria_functions maria;

/// Looks the functions up, once. 0, or -1 where there is no libmariadb.
int maria_load(void);

#endif
