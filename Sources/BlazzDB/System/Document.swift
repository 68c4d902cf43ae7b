public import Foundation
public import TableStore

/// A file that somebody uploaded; the bytes lie elsewhere.
@Table("documents", id: 64, scope: .workspace)
public struct Document {
  /// The primary key; the next number when none is given.
  public var id: ID<Document>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The file's own name.
  @Column(.varchar(255)) public var name: String
  /// What kind of file it is.
  @Column(.varchar(100)) public var type: String
  /// Where the bytes lie.
  @Column(.varchar(255)) public var path: String
  /// Bytes.
  public var size: Int64
  /// NULL: the document belongs to no workspace.
  public var workspaceID: ID<WorkspaceRecord>?
  /// Who uploaded it.
  public var createdBy: ID<User>
  /// When it was uploaded.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One document by its UUID.
  public static let byUUID = Index.unique("documents_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's documents.
  public static let byWorkspace = Index("documents_workspace_id_index", id: 2, on: \.workspaceID)
}

extension Tables {
  /// The files that the workspace's people uploaded.
  public var documents: TableHandle<Document, Mode> { table() }
}
