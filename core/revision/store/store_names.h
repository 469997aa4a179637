// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mediahelm::revision {

// What lies in a workspace's folder of ours, and the refs of its store.
inline constexpr char ownFolder[] = ".mediahelm";
inline constexpr char lockFile[] = "lock";
inline constexpr char storeFolder[] = "revisions.git";
inline constexpr char restoreJournal[] = "restore.journal";
inline constexpr char deploymentNoteFile[] = "deployment.json";
inline constexpr char deploymentLogsFolder[] = "deployments"; // a text file for each of the latest
inline constexpr char composeRunFile[] = "compose.run"; // which processes a deployment has at work

inline constexpr char mainBranch[] = "refs/heads/main";
inline constexpr char deploymentNotes[] = "refs/notes/deployments";
inline constexpr char tagPrefix[] = "refs/tags/";
inline constexpr char lastGoodTag[] = "last-good";

} // namespace mediahelm::revision
