#pragma once
#include <QLatin1StringView>

// The paths of the server's interface (openapi.json describes them). {id} and the like stand for one path segment.
namespace diakinisi::wire::routes {

inline constexpr QLatin1StringView health{"/healthz"};
inline constexpr QLatin1StringView ready{"/readyz"};
inline constexpr QLatin1StringView metrics{"/metrics"};
inline constexpr QLatin1StringView openApi{"/api/v1/openapi.json"};
inline constexpr QLatin1StringView server{"/api/v1/server"};
inline constexpr QLatin1StringView sessions{"/api/v1/sessions"};
inline constexpr QLatin1StringView currentSession{"/api/v1/sessions/current"};
inline constexpr QLatin1StringView directory{"/api/v1/directory"};
inline constexpr QLatin1StringView commands{"/api/v1/commands"};
inline constexpr QLatin1StringView feed{"/api/v1/feed"};
inline constexpr QLatin1StringView documents{"/api/v1/documents"};
inline constexpr QLatin1StringView document{"/api/v1/documents/{id}"};
inline constexpr QLatin1StringView history{"/api/v1/documents/{id}/history"};
inline constexpr QLatin1StringView registerBook{"/api/v1/register"};
inline constexpr QLatin1StringView accessLog{"/api/v1/access-log"};
inline constexpr QLatin1StringView uploads{"/api/v1/uploads"};
inline constexpr QLatin1StringView upload{"/api/v1/uploads/{upload}"};
inline constexpr QLatin1StringView files{"/api/v1/files"};
inline constexpr QLatin1StringView file{"/api/v1/files/{sha256}"};

// Media types and headers of our own use.
inline constexpr QLatin1StringView json{"application/json"};
inline constexpr QLatin1StringView problemJson{"application/problem+json"};
inline constexpr QLatin1StringView offsetBytes{"application/offset+octet-stream"};
inline constexpr QLatin1StringView uploadOffset{"Upload-Offset"};
inline constexpr QLatin1StringView uploadLength{"Upload-Length"};
inline constexpr QLatin1StringView requestId{"X-Request-Id"};

} // namespace diakinisi::wire::routes
