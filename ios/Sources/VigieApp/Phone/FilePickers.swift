// The system's sheets for files: one that sends or keeps what goes out, one that chooses what comes in.
import SwiftUI
import UIKit
import UniformTypeIdentifiers
import VigieKit

/// Shows them over the screens.
struct FilePickers: ViewModifier {
  let files: Files

  func body(content: Content) -> some View {
    content
      .sheet(isPresented: Binding(get: { files.toShare != nil }, set: { if !$0 { files.sharedNow(false) } })) {
        if let file = files.toShare { ShareSheet(file: file) { files.sharedNow($0) } }
      }
      .fileImporter(
        isPresented: Binding(get: { files.choosing }, set: { _ in }), allowedContentTypes: [.item], allowsMultipleSelection: false,
        onCompletion: { result in files.chosenNow((try? result.get())?.first) }, onCancellation: { files.chosenNow(nil) })
  }
}

/// Keeping in Files, sending, printing: as the person wants. It says whether something came of it, which `ShareLink` does not.
private struct ShareSheet: UIViewControllerRepresentable {
  let file: URL
  let done: (Bool) -> Void

  func makeUIViewController(context: Context) -> UIActivityViewController {
    let sheet = UIActivityViewController(activityItems: [file], applicationActivities: nil)
    // Other apps read the clipboard.
    sheet.excludedActivityTypes = [.copyToPasteboard]
    sheet.completionWithItemsHandler = { _, completed, _, _ in done(completed) }
    return sheet
  }

  func updateUIViewController(_ sheet: UIActivityViewController, context: Context) {}
}
